namespace Plenum.Scripting.Host.Engine;

/// <summary>Text on its way into the engine and out of it.</summary>
internal static unsafe class Texts
{
    /// <summary>The longest text that a script may hand out: longer ones are its own business.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>The engine's own string, for the time of one use.</summary>
    public static T With<T>(string text, Func<nint, T> use)
    {
        nint made;
        fixed (char* characters = text) made = Jsc.JSStringCreateWithCharacters(characters, (nuint)text.Length);
        try
        {
            return use(made);
        }
        finally
        {
            Jsc.JSStringRelease(made);
        }
    }

    public static nint Value(nint context, string text) => With(text, made => Jsc.JSValueMakeString(context, made));

    /// <summary>
    /// A value that is a string already; of any other one null, since turning it into one would run the script's code. Cut where
    /// it is too long, before it is copied.
    /// </summary>
    public static string? Of(nint context, nint value, int longest = Longest)
    {
        if (!Jsc.JSValueIsString(context, value)) return null;
        nint fault = 0;
        var text = Jsc.JSValueToStringCopy(context, value, &fault);
        if (text == 0) return null;
        try
        {
            return new string(Jsc.JSStringGetCharactersPtr(text), 0, (int)Math.Min(Jsc.JSStringGetLength(text), (nuint)longest));
        }
        finally
        {
            Jsc.JSStringRelease(text);
        }
    }
}
