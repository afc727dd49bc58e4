using System.Runtime.InteropServices;

namespace Plenum.Scripting.Host.Confinement;

/// <summary>The filter: these calls answer "not permitted", all others go on. Numbers are the kernel's, by processor.</summary>
internal static class SystemCalls
{
    private const ushort Load = 0x20, Equal = 0x15, AnyBit = 0x45, Answer = 0x06;
    private const uint Number = 0, Processor = 4, Flags = 16, OpenFlags = 32;
    private const uint Allow = 0x7fff0000, NotPermitted = 0x00050001, NotThere = 0x00050026;
    private const uint ForWriting = 0x1 | 0x2 | 0x40, OfThread = 0x10000;

    /// <summary>Null where the numbers are not known.</summary>
    public static (Instruction[] Program, nint Seccomp)? Forbidden() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (Program(0xC000003E, 257, 56, [
            2, 85, 41, 42, 43, 49, 50, 53, 44, 46, 288, 57, 58, 59, 322, 62, 101, 310, 311, 82, 264, 316, 83, 258, 84, 87, 263, 88, 266, 86, 265,
            90, 91, 268, 92, 93, 260, 161, 165, 155, 175, 313, 105, 106, 117, 119, 298, 321, 425, 426, 427, 437]), 317),
        Architecture.Arm64 => (Program(0xC00000B7, 56, 220, [
            198, 203, 202, 200, 201, 199, 206, 211, 242, 221, 281, 129, 117, 270, 271, 38, 276, 34, 35, 36, 37, 52, 53, 54, 55, 51, 40, 41,
            105, 273, 146, 144, 147, 149, 241, 280, 425, 426, 427, 437]), 277),
        _ => null,
    };

    private static Instruction[] Program(uint processor, uint open, uint clone, uint[] forbidden) =>
    [
        new(Load, 0, 0, Processor),
        new(Equal, 1, 0, processor),
        new(Answer, 0, 0, NotPermitted),
        new(Load, 0, 0, Number),
        .. forbidden.SelectMany(number => (Instruction[])[new(Equal, 0, 1, number), new(Answer, 0, 0, NotPermitted)]),
        // The newer call hides its flags behind a pointer; told that it does not exist, everybody uses the older one.
        new(Equal, 0, 1, 435),
        new(Answer, 0, 0, NotThere),
        new(Equal, 0, 4, clone),
        new(Load, 0, 0, Flags),
        new(AnyBit, 1, 0, OfThread),
        new(Answer, 0, 0, NotPermitted),
        new(Answer, 0, 0, Allow),
        new(Equal, 0, 3, open),
        new(Load, 0, 0, OpenFlags),
        new(AnyBit, 0, 1, ForWriting),
        new(Answer, 0, 0, NotPermitted),
        new(Answer, 0, 0, Allow),
    ];
}
