using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads the menu items of a package file: where they are shown, what they call, and their icons.</summary>
internal sealed class MenuChecker(PackageFiles files, Findings findings, string path)
{
    private static readonly string[] Places = ["toolbar", "conference", "participants"];

    /// <summary>Pictures that the app itself has, so that plugins may name them from the page.</summary>
    private const string OfTheApp = "icons.svg";

    public void Check(LocatedJson package, string? script)
    {
        if (package["menuItems"] is not { } menu || menu.Is(JsonValueKind.Null) || menu is { Kind: JsonValueKind.Array, Items: [] }) return;
        if (!menu.Is(JsonValueKind.Object))
        {
            findings.Warn(path, menu.Line, "\"menuItems\" is an object such as {\"toolbar\": []}; as it is, there are no menu items.");
            return;
        }
        foreach (var (place, items) in menu.Members)
        {
            if (!Places.Contains(place)) findings.Warn(path, items.Line, $"There is no place \"{place}\" for menu items; there are {string.Join(", ", Places)}.");
            else foreach (var (index, item) in (items.Is(JsonValueKind.Array) ? items.Items : [items]).Index()) Check(place, index, item, script);
        }
        if (menu.Members.Count(place => Places.Contains(place.Key) && place.Value is { Kind: JsonValueKind.Array, Items: not [] }) > 1)
            findings.Warn(path, menu.Line, "Menu items are meant for one place only; they are shown in each that is named.");
    }

    private void Check(string place, int index, LocatedJson item, string? script)
    {
        if (item.Is(JsonValueKind.Null)) return;
        if (item.TextOf("action") is not { } action)
            findings.Warn(path, item.Line, $"Menu item {index + 1} of {place} has no \"action\", so it would do nothing; add the name of a function of the script.");
        else if (PluginIds.Wrong(action) is { } wrong)
            findings.Error(path, item.LineOf("action"), $"The action \"{action}\" {wrong}.");
        else if (script is not null && !Regex.IsMatch(script, $@"(?<![\w$]){Regex.Escape(action)}(?![\w$])", RegexOptions.None, TimeSpan.FromSeconds(1)))
            findings.Warn(path, item.LineOf("action"), $"The script has nothing called {action}; menu item {index + 1} of {place} would do nothing.");
        if (item["icon"] is { Kind: JsonValueKind.String, Text: { Length: > 0 } icon, Line: var line }) CheckIcon(icon, line);
    }

    private void CheckIcon(string icon, int line)
    {
        var (address, fragment) = icon.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (icon[..hash], icon[(hash + 1)..]) : (icon, "");
        var to = PackageFiles.Resolve(address, PackageFiles.FolderOf(path));
        if (to.Why is { } why) findings.Error(path, line, $"The icon cannot be at \"{icon}\": {why}.");
        else if (!address.Split('?')[0].EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) findings.Warn(path, line, $"The icon {icon} is not an SVG file; only those are shown.");
        else if ((files.Find(to.Path) ?? files.Find(address)) is { } drawing) CheckFragment(icon, fragment, to.Path, drawing, line);
        else if (address != OfTheApp)
            findings.Warn(path, line, files.WithOtherCapitals(to.Path) is { } other
                ? $"The icon is called {other}, not {to.Path}: capitals matter; make them the same."
                : $"The icon {to.Path} is missing; add it, or the usual one is shown.");
    }

    private void CheckFragment(string icon, string fragment, string file, byte[] drawing, int line)
    {
        if (fragment.Length == 0)
            findings.Warn(path, line, $"The icon {icon} does not say which id it means; write {icon}#ID, with the id of the <svg> (here the whole picture is shown, elsewhere nothing).");
        else if (!Regex.IsMatch(Encoding.UTF8.GetString(drawing), $@"\sid\s*=\s*(['""]){Regex.Escape(fragment)}\1", RegexOptions.None, TimeSpan.FromSeconds(1)))
            findings.Warn(path, line, $"{file} has no element with the id \"{fragment}\"; add id=\"{fragment}\" to its <svg>, or the usual icon is shown.");
    }
}
