using System.Text;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>The names of OpenTelemetry as Prometheus writes them: <c>http.server.request.duration</c> in s is <c>http_server_request_duration_seconds</c>.</summary>
static class PrometheusName
{
    const string OfTotals = "_total";
    const string OfHistograms = "_count";   // would be taken for a part of a histogram on anything else

    /// <summary>The name of an instrument, without the ending of counters.</summary>
    public static string Of(string instrument, string? unit, FamilyKind kind)
    {
        var name = Written(instrument);
        if (kind == FamilyKind.Counter) name = Without(name, OfTotals);
        if (kind == FamilyKind.Gauge) name = Without(Without(name, OfTotals), OfHistograms);
        return UnitOf(unit, kind) is { Length: > 0 } suffix && !name.EndsWith($"_{suffix}", StringComparison.Ordinal) ? $"{name}_{suffix}" : name;
    }

    /// <summary>The name of a label.</summary>
    public static string Label(string tag) => Written(tag).Replace(':', '_');

    static string Without(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;

    static string UnitOf(string? unit, FamilyKind kind) => unit switch
    {
        null or "" => "",
        ['{', ..] => "",   // says what is counted, and is no unit
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "By" => "bytes",
        "%" => "percent",
        "1" => kind == FamilyKind.Gauge ? "ratio" : "",
        _ => Written(unit),
    };

    static string Written(string name)
    {
        var written = new StringBuilder(name.Length + 1);
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) written.Append('_');
        foreach (var letter in name) written.Append(char.IsAsciiLetterOrDigit(letter) || letter == ':' ? letter : '_');
        return written.ToString();
    }
}
