namespace Plenum.Server.Branding.Intake;

/// <summary>One entry of an archive, as its directory tells it.</summary>
internal sealed record ZipItem(
    byte[] RawName, string Name, ushort System, ushort Flags, ushort Method, uint Checksum, long Packed, long Size, uint Attributes, long Place)
{
    private const int LinkType = 0xA000, FolderType = 0x4000, PlainType = 0x8000;

    public bool IsFolder => Name.EndsWith('/');

    public bool Encrypted => (Flags & (1 | 1 << 6 | 1 << 13)) != 0;

    public bool Described => (Flags & 1 << 3) != 0;

    /// <summary>Why it is no plain file or folder, judging by what a Unix system or macOS noted; null when it is one.</summary>
    public string? Oddity
    {
        get
        {
            if (System is not (3 or 19)) return null;
            var mode = (int)(Attributes >> 16);
            return (mode & 0xF000) switch
            {
                LinkType => "is a symbolic link; put the file itself into the package",
                not (0 or PlainType or FolderType) => "is a device or a pipe; a package holds files only",
                _ when (mode & 0xE00) != 0 => "has the setuid, setgid or sticky bit; take it away (chmod 644)",
                FolderType when !IsFolder => "is a folder by its kind and a file by its name",
                _ => null,
            };
        }
    }
}
