namespace Plenum.Server.Hosting;

/// <summary>
/// While there is a file <c>maintenance</c> in the data folder, this node takes nobody new; who is in stays. A file holds over
/// restarts, needs no database, and closes one node of several.
/// </summary>
internal sealed class Maintenance(PlenumFolder folder)
{
    public const string FileName = "maintenance";
    private readonly string file = Path.Combine(folder.Path, FileName);

    public bool On => File.Exists(file);
}
