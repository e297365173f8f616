using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

/// <summary>Reads Prometheus' text format by its grammar, and holds it to what the format demands of families and histograms.</summary>
sealed partial class ParsedMetrics
{
    const RegexOptions Strict = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    readonly Dictionary<string, double> _values = [];
    readonly List<string> _names = [];

    public ParsedMetrics(string text)
    {
        Assert.True(text.Length == 0 || text.EndsWith('\n'), "The last line does not end.");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Read(line);
        foreach (var (name, type) in Types) CheckFamily(name, type);
    }

    public Dictionary<string, string> Types { get; } = [];

    public Dictionary<string, string> Help { get; } = [];

    /// <summary>The samples as they are written, in their order: name and labels.</summary>
    public IReadOnlyCollection<string> Samples => _values.Keys;

    public double this[string sample] => _values.TryGetValue(sample, out var value) ? value
        : throw new KeyNotFoundException($"There is no sample {sample} among\n{string.Join('\n', _values.Keys.Where(known => known.StartsWith(sample.Split('{')[0], StringComparison.Ordinal)))}");

    /// <summary>The values of all samples of a name, whatever their labels.</summary>
    public IEnumerable<double> Of(string name) => _values.Where(sample => sample.Key.Split('{')[0] == name).Select(sample => sample.Value);

    void Read(string line)
    {
        if (line == "# EOF") return;
        if (line.StartsWith("# HELP ", StringComparison.Ordinal)) Help.Add(line.Split(' ', 4)[2], line.Split(' ', 4)[3]);
        else if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) Types.Add(line.Split(' ')[2], line.Split(' ')[3]);
        else ReadSample(line);
    }

    void ReadSample(string line)
    {
        var match = Sample().Match(line);
        Assert.True(match.Success, $"Not a sample: {line}");
        var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
        _values.Add(name + match.Groups["labels"].Value, value switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(value, CultureInfo.InvariantCulture),
        });
        _names.Add(name);
    }

    // All lines of a family stand together, behind its type.
    void CheckFamily(string name, string type)
    {
        string[] parts = type == "histogram" ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"] : [name, $"{name}_total"];
        var places = _names.Index().Where(sample => parts.Contains(sample.Item)).Select(sample => sample.Index).ToArray();
        Assert.NotEmpty(places);
        Assert.Equal(places.Length, places[^1] - places[0] + 1);
        if (type == "histogram") CheckBuckets(name);
    }

    // Buckets hold those below them, and the last one holds all.
    void CheckBuckets(string name)
    {
        var counts = _values.Where(sample => sample.Key.StartsWith($"{name}_count", StringComparison.Ordinal));
        foreach (var (sample, count) in counts)
        {
            var labels = sample[$"{name}_count".Length..].Trim('{', '}');
            var buckets = _values.Where(bucket => BucketOf(name, bucket.Key, labels)).Select(bucket => bucket.Value).ToArray();
            Assert.Equal(buckets.Order(), buckets);
            Assert.Equal(count, buckets[^1]);
        }
    }

    static bool BucketOf(string name, string sample, string labels) => sample.StartsWith($"{name}_bucket{{", StringComparison.Ordinal)
        && sample[$"{name}_bucket{{".Length..].StartsWith(labels.Length == 0 ? "le=\"" : $"{labels},le=\"", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>(\{[a-zA-Z_][a-zA-Z0-9_]*=""([^""\\]|\\[\\n""])*""(,[a-zA-Z_][a-zA-Z0-9_]*=""([^""\\]|\\[\\n""])*"")*\})?) (?<value>\S+)$", Strict)]
    private static partial Regex Sample();
}
