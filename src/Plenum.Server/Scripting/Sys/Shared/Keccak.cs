using System.Buffers.Binary;
using System.Numerics;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary>Keccak, as SHA-3 standardised it and as it was before; the two differ in one byte of padding.</summary>
internal static class Keccak
{
    public const byte Original = 0x01, Sha3 = 0x06;

    private const int Lanes = 25, Rounds = 24;
    private static readonly int[] Turns = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] Places = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
    private static readonly ulong[] Constants = [.. RoundConstants()];

    public static byte[] Hash(ReadOnlySpan<byte> message, int bits, byte padding)
    {
        var rate = 200 - (bits / 4);
        Span<byte> padded = new byte[((message.Length / rate) + 1) * rate];
        message.CopyTo(padded);
        padded[message.Length] = padding;
        padded[^1] |= 0x80;
        Span<ulong> state = stackalloc ulong[Lanes];
        for (var block = padded; block.Length > 0; block = block[rate..])
        {
            for (var lane = 0; lane < rate / 8; lane++) state[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * 8)..]);
            Permute(state);
        }

        Span<byte> whole = stackalloc byte[Lanes * 8];
        for (var lane = 0; lane < Lanes; lane++) BinaryPrimitives.WriteUInt64LittleEndian(whole[(lane * 8)..], state[lane]);
        return whole[..(bits / 8)].ToArray();
    }

    private static void Permute(Span<ulong> state)
    {
        Span<ulong> columns = stackalloc ulong[5];
        for (var round = 0; round < Rounds; round++)
        {
            for (var x = 0; x < 5; x++) columns[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
            for (var x = 0; x < 5; x++)
                for (var y = 0; y < Lanes; y += 5) state[y + x] ^= columns[(x + 4) % 5] ^ BitOperations.RotateLeft(columns[(x + 1) % 5], 1);
            var moving = state[1];
            for (var step = 0; step < Rounds; step++) (moving, state[Places[step]]) = (state[Places[step]], BitOperations.RotateLeft(moving, Turns[step]));
            for (var y = 0; y < Lanes; y += 5)
            {
                state.Slice(y, 5).CopyTo(columns);
                for (var x = 0; x < 5; x++) state[y + x] = columns[x] ^ (~columns[(x + 1) % 5] & columns[(x + 2) % 5]);
            }

            state[0] ^= Constants[round];
        }
    }

    /// <summary>Out of a small shift register, as the standard has it.</summary>
    private static IEnumerable<ulong> RoundConstants()
    {
        byte register = 1;
        for (var round = 0; round < Rounds; round++)
        {
            ulong made = 0;
            for (var bit = 0; bit < 7; bit++)
            {
                if ((register & 1) != 0) made |= 1UL << ((1 << bit) - 1);
                register = (byte)((register << 1) ^ ((register >> 7) * 0x71));
            }

            yield return made;
        }
    }
}
