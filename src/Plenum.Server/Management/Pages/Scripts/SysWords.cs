namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>What the editor completes after <c>sys.</c>; a test holds it against what the engine offers.</summary>
internal static class SysWords
{
    private static readonly Dictionary<string, string> Rooms = new()
    {
        ["app"] = "getLabel getName getEnv getUrl getVersion getDefaultLanguage getDefaultTimezone",
        ["conferences"] = "list find get",
        ["context"] = "getCurrentUserRecord getCurrentUserId getCurrentUserEmail getCurrentIp getRunId",
        ["events"] = "triggerEvent registerCallback executeCallback",
        ["exceptions"] = "getCode getMessage getAdditionalInfo throwException ScriptException",
        ["http"] = "request get head delete post put patch",
        ["logs"] = "debug info warn error",
        ["secrets"] = "get",
        ["storage"] = "get put putIfAbsent replace remove clear increment compareAndSet keys",
        ["ui"] = "sendMessage ask gather",
        ["users"] = "findById findByEmail list containsGroup isPrimaryGroup getPrimaryGroup",
        ["utils.base64"] = "encode decode",
        ["utils.concurrency"] = "lock tryLock unlock forceUnlock",
        ["utils.crypto"] = "sha1 sha256 sha512 sha3 keccak hmac uuid random",
        ["utils.script"] = "wait eval",
        ["utils.text"] = "stringify findTokens htmlToText textToHtml markdownToHtml",
    };

    /// <summary>Whole, with spaces between.</summary>
    public static string All { get; } = string.Join(' ', Rooms.SelectMany(room => room.Value.Split(' ').Select(word => $"sys.{room.Key}.{word}")));
}
