namespace Plenum.Server.Branding.Intake;

/// <summary>An archive is broken or hostile in a way that leaves nothing to look at further. Caught where the archive is opened.</summary>
internal sealed class Unpackable(string file, string sentence) : Exception(sentence)
{
    public string File { get; } = file;
}
