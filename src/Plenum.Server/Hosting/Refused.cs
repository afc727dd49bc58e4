namespace Plenum.Server.Hosting;

/// <summary>The program cannot do what it was asked to; the message is one line that says what to do about it.</summary>
public sealed class Refused(string message) : Exception(message);
