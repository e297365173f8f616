using Tags = System.Collections.Generic.KeyValuePair<string, object?>[];
using TagSpan = System.ReadOnlySpan<System.Collections.Generic.KeyValuePair<string, object?>>;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Finds tags by a span that lives on the caller's stack, so that a measurement allocates nothing.</summary>
sealed class TagComparer : IEqualityComparer<Tags>, IAlternateEqualityComparer<TagSpan, Tags>
{
    public Tags Create(TagSpan alternate) => alternate.ToArray();

    public bool Equals(Tags? x, Tags? y) => x is null ? y is null : y is not null && Equals(x.AsSpan(), y);

    public int GetHashCode(Tags obj) => GetHashCode(obj.AsSpan());

    // The names of tags are the same at every call of an instrument: the values tell.
    public int GetHashCode(TagSpan alternate)
    {
        var hash = alternate.Length;
        foreach (var tag in alternate) hash = HashCode.Combine(hash, tag.Value);
        return hash;
    }

    public bool Equals(TagSpan alternate, Tags other)
    {
        if (alternate.Length != other.Length) return false;

        for (var at = 0; at < other.Length; at++)
        {
            if (!Equals(alternate[at].Value, other[at].Value) || alternate[at].Key != other[at].Key) return false;
        }
        return true;
    }
}
