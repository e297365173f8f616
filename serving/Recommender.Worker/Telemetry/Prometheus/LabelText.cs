using System.Globalization;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>The tags of a measurement as labels, in the order of their names: <c>endpoint="user-items",tenant="default"</c>.</summary>
static class LabelText
{
    public static string Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, value) in tags)
        {
            // A label without a value is the same as none.
            if (Written(value) is { Length: > 0 } text) labels.TryAdd(PrometheusName.Label(tag), text);
        }
        return string.Join(',', labels.Select(label => $"{label.Key}=\"{Escaped(label.Value)}\""));
    }

    static string Escaped(string value) => value.Replace(@"\", @"\\").Replace("\n", @"\n").Replace("\"", "\\\"");

    static string? Written(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
