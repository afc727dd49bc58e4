namespace Plenum.Server.Management;

/// <summary>
/// What was sent cannot be done as it is. Thrown only while a request is read, caught in one place, and answered as a
/// problem that names the member at fault and says what to do.
/// </summary>
public sealed class Unacceptable(string? member, string sentence, int status = StatusCodes.Status422UnprocessableEntity) : Exception(sentence)
{
    public string? Member { get; } = member;

    public int Status { get; } = status;
}
