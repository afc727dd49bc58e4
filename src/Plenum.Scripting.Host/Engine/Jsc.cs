using System.Runtime.InteropServices;

namespace Plenum.Scripting.Host.Engine;

/// <summary>JavaScriptCore's C interface, as far as it is used. Handles are the library's pointers; a zero is its null.</summary>
internal static unsafe partial class Jsc
{
    private const string Library = "libjavascriptcoregtk-4.1.so.0";

    [LibraryImport(Library)]
    public static partial nint JSContextGroupCreate();

    [LibraryImport(Library)]
    public static partial nint JSGlobalContextCreateInGroup(nint group, nint globalClass);

    [LibraryImport(Library)]
    public static partial void JSGlobalContextRelease(nint context);

    [LibraryImport(Library)]
    public static partial nint JSContextGetGlobalObject(nint context);

    [LibraryImport(Library)]
    public static partial nint JSEvaluateScript(nint context, nint script, nint self, nint url, int line, nint* exception);

    [LibraryImport(Library)]
    public static partial nint JSObjectMakeFunctionWithCallback(nint context, nint name, delegate* unmanaged<nint, nint, nint, nuint, nint*, nint*, nint> callback);

    [LibraryImport(Library)]
    public static partial nint JSObjectCallAsFunction(nint context, nint function, nint self, nuint count, nint* arguments, nint* exception);

    [LibraryImport(Library)]
    public static partial nint JSValueMakeString(nint context, nint text);

    [LibraryImport(Library)]
    public static partial nint JSValueMakeUndefined(nint context);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool JSValueIsString(nint context, nint value);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool JSValueToBoolean(nint context, nint value);

    [LibraryImport(Library)]
    public static partial void JSValueProtect(nint context, nint value);

    [LibraryImport(Library)]
    public static partial void JSValueUnprotect(nint context, nint value);

    [LibraryImport(Library)]
    public static partial nint JSValueToStringCopy(nint context, nint value, nint* exception);

    [LibraryImport(Library)]
    public static partial nint JSStringCreateWithCharacters(char* characters, nuint length);

    [LibraryImport(Library)]
    public static partial nuint JSStringGetLength(nint text);

    [LibraryImport(Library)]
    public static partial char* JSStringGetCharactersPtr(nint text);

    [LibraryImport(Library)]
    public static partial void JSStringRelease(nint text);

    /// <summary>Evaluates a source under a name; zero for the fault means that there was none.</summary>
    public static (nint Value, nint Fault) Read(nint context, string source, string name) => Texts.With(source, text => Texts.With(name, url =>
    {
        nint fault = 0;
        var value = JSEvaluateScript(context, text, 0, url, 1, &fault);
        return (value, fault);
    }));
}
