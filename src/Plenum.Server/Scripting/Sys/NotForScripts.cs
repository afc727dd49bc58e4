namespace Plenum.Server.Scripting.Sys;

/// <summary>What a script asks cannot be, and why. Thrown while a call is answered, caught in one place, and thrown again inside the script.</summary>
internal sealed class NotForScripts(string code, string why) : Exception(why)
{
    public string Code => code;

    public static NotForScripts Bad(string why) => new("badRequest", why);
}
