using System.Text.RegularExpressions;
using System.Xml;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Drawings;

/// <summary>Which attributes of a picture stay, and with which value: none that calls a script, none that points out of the picture.</summary>
internal sealed partial class DrawingValues(Action<string> leftOut)
{
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const double Largest = 100_000;

    /// <summary>The attribute that the reader stands on as it is kept; null when it goes.</summary>
    public (string Name, string Value)? Kept(XmlReader reader, int line)
    {
        var (name, value) = (reader.LocalName, reader.Value);
        Refuse(name, value, line);
        if (name == "href" && (reader.NamespaceURI is "" or XLink))
        {
            if (value.StartsWith('#')) return ("href", value);
            leftOut($"href=\"{Findings.Printable(value.Length > 40 ? value[..40] : value)}\"");
            return null;
        }
        if (reader.NamespaceURI.Length > 0 || !DrawingWords.Attributes.Contains(name)) return null;
        if (name is "viewBox" or "width" or "height" && Numbers().Matches(value).Any(number => !(Math.Abs(double.Parse(number.Value)) <= Largest)))
            throw new DrawingRefused(line, $"The picture's {name} is beyond {Largest}; save it at a size that screens have.");
        if (!value.Contains("url", StringComparison.OrdinalIgnoreCase) && !value.Contains('\\')) return (name, value);
        if (Inside().Replace(value, "").Contains("url", StringComparison.OrdinalIgnoreCase) || value.Contains('\\'))
        {
            leftOut($"{name} with an address");
            return null;
        }
        return (name, value);
    }

    /// <summary>The text of a style element, or nothing where it would load something.</summary>
    public string Style(string text, int line)
    {
        if (Script(text)) throw new DrawingRefused(line, "The picture's <style> calls a script; remove it.");
        if (!text.Contains("@import", StringComparison.OrdinalIgnoreCase) && !text.Contains('\\')
            && !Inside().Replace(text, "").Contains("url", StringComparison.OrdinalIgnoreCase)) return text;
        leftOut("<style> with an address");
        return "";
    }

    /// <summary>Refuses an element that is left out if it would have run something: somebody meant it to.</summary>
    public static void MustBeHarmless(XmlReader reader)
    {
        var line = ((IXmlLineInfo)reader).LineNumber;
        while (reader.MoveToNextAttribute())
        {
            Refuse(reader.LocalName, reader.Value, line);
            if (reader.LocalName == "attributeName" && (reader.Value.EndsWith("href", StringComparison.OrdinalIgnoreCase) || reader.Value.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
                throw new DrawingRefused(line, $"The picture changes {Findings.Printable(reader.Value)} while it is shown; remove the animation.");
        }
        reader.MoveToElement();
    }

    private static void Refuse(string name, string value, int line)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            throw new DrawingRefused(line, $"The picture has {Findings.Printable(name)}=…, which would run in the page of everybody; remove it.");
        if (Script(value)) throw new DrawingRefused(line, $"The picture's {Findings.Printable(name)} calls a script; remove it.");
    }

    private static bool Script(string value)
    {
        var plain = string.Concat(value.Where(letter => letter > ' ' && !char.IsControl(letter)));
        return ActiveAddress().IsMatch(plain);
    }

    [GeneratedRegex("(java|vb|live)script:|data:(text|application|image/svg)|expression\\(|-moz-binding|behavior:", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveAddress();

    [GeneratedRegex(@"url\(\s*(['""]?)#[\w.:-]+\1\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();

    [GeneratedRegex(@"\d+(\.\d+)?([eE][+-]?\d+)?")]
    private static partial Regex Numbers();
}
