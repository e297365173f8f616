using System.Collections.Concurrent;
using TagSpan = System.ReadOnlySpan<System.Collections.Generic.KeyValuePair<string, object?>>;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>The series of a family by their tags. Finding one takes no lock and allocates nothing; how many there may be is bounded.</summary>
/// <param name="create">Makes a series with these labels, of this tenant.</param>
sealed class SeriesTable(Func<string, string?, Series> create)
{
    /// <summary>How many sets of tags are told apart, as OpenTelemetry has it; what comes after them is counted together.</summary>
    public const int Most = 2000;

    /// <summary>The label of what is counted together.</summary>
    public const string Overflow = "otel_metric_overflow=\"true\"";

    readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _byTags = new(new TagComparer());
    readonly ConcurrentDictionary<string, Series> _byLabels = new();
    readonly Lock _changing = new();
    int _known;

    public IEnumerable<Series> All => _byLabels.Values;

    /// <summary>The series of a measurement.</summary>
    public Series Of(TagSpan tags) =>
        _byTags.GetAlternateLookup<TagSpan>().TryGetValue(tags, out var known) ? known : Volatile.Read(ref _known) < Most ? Add(tags) : OfLabels(Overflow, null);

    /// <summary>Drops what no look found any more.</summary>
    public void DropAbsent()
    {
        lock (_changing)
        {
            foreach (var (tags, series) in _byTags)
            {
                if (!series.IsPresent && _byTags.TryRemove(tags, out _)) _known--;
            }
            foreach (var (labels, series) in _byLabels)
            {
                if (!series.IsPresent) _byLabels.TryRemove(labels, out _);
            }
        }
    }

    // The same tags in another order are the same series.
    Series Add(TagSpan tags)
    {
        var series = OfLabels(LabelText.Of(tags), TenantOf(tags));
        lock (_changing)
        {
            if (_byTags.GetAlternateLookup<TagSpan>().TryAdd(tags, series)) _known++;
        }
        return series;
    }

    Series OfLabels(string labels, string? tenant) => _byLabels.GetOrAdd(labels, static (written, of) => of.create(written, of.tenant), (create, tenant));

    static string? TenantOf(TagSpan tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "tenant") return tag.Value as string;
        }
        return null;
    }
}
