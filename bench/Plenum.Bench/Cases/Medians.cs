using Plenum.Bench.Results;

namespace Plenum.Bench.Cases;

/// <summary>The middle of several rounds, for each peer and figure.</summary>
internal sealed class Medians
{
    private readonly Dictionary<(string Peer, string Figure), List<double>> _values = [];

    public void Add(string peer, Figures figures)
    {
        foreach (var (name, value) in figures)
        {
            if (!_values.TryGetValue((peer, name), out var values))
                _values[(peer, name)] = values = [];
            values.Add(value);
        }
    }

    public Figure Row(string key, string name, string unit, Aim? aim = null) => Row(key, key, name, unit, aim);

    /// <summary>Where the peers' figures have different names.</summary>
    public Figure Row(string key, string peers, string name, string unit, Aim? aim = null) => new(name, unit, Of("plenum", key), Of("bare", peers), aim);

    private double? Of(string peer, string key) => _values.TryGetValue((peer, key), out var values)
        ? values.Order().ElementAt(values.Count / 2)
        : null;
}
