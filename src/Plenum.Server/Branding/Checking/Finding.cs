namespace Plenum.Server.Branding.Checking;

/// <summary>How much a finding matters: an error keeps a package from being taken in, a warning does not.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>Something in a package that its author would want to know, where it stands, and what to do about it.</summary>
public sealed record Finding(string File, int? Line, Severity Severity, string Message);
