namespace Plenum.Bench;

/// <summary>Someone who has joined: where, and by which token.</summary>
internal sealed record Participant(string Conference, string Uuid, string Token);
