using Plenum.Build;

// Plenum.Build VERSION ASSETS LICENCES TARGET [package-lock.json …]: the papers that travel with a release.
if (args is not [var version, var assets, var licences, var target, .. var locks])
{
    Console.Error.WriteLine("usage: Plenum.Build VERSION project.assets.json LICENCES TARGET [package-lock.json …]");
    return 2;
}

List<Component> components = [.. NugetPackages.Shipped(assets), .. locks.SelectMany(NpmPackages.Shipped)];
if (Notices.Unlicensed(components, licences) is { Count: > 0 } unlicensed)
{
    Console.Error.WriteLine($"no licence text for {string.Join(", ", unlicensed)}: add it to {licences}");
    return 1;
}

File.WriteAllText(Path.Combine(target, "THIRD-PARTY-NOTICES.txt"), Notices.Of(components, licences));
File.WriteAllText(Path.Combine(target, "sbom.cdx.json"), BillOfMaterials.Of(version, components));
Console.WriteLine($"{components.Count} components");
return 0;
