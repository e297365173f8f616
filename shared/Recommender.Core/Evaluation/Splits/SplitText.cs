using System.Globalization;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Splits as they are written on the command line: a name, and after a colon what it needs.</summary>
static class SplitText
{
    static readonly string[] MomentFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm"];

    // One line a split: its name, an example for messages, and how what follows the colon becomes a split.
    static readonly Dictionary<string, (string Example, Func<string?, Split?> Read)> Known = new(StringComparer.Ordinal)
    {
        [TemporalSplit.Name] = ("temporal, temporal:2011-09-01 or temporal:0.8", Temporal),
        [LeaveLastOut.Name] = ("leave-last-out", text => text is null ? new LeaveLastOut() : null),
        [RandomHoldout.Name] = ("holdout:0.2", text => Share(text) is { } share ? new RandomHoldout(share) : null),
        [ItemHoldout.Name] = ("holdout-items:0.25", text => Share(text) is { } share ? new ItemHoldout(share) : null),
        [StrongGeneralisation.Name] = ("strong:0.1", text => Share(text) is { } share ? new StrongGeneralisation(share) : null),
        [HashHoldout.Name] = ("hash:10", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) && parts > 1 ? new HashHoldout(parts) : null),
    };

    public static Split Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (!Known.TryGetValue(name, out var split))
            throw new UserErrorException($"'{name}' is not a split.{Suggestion.For(name, Known.Keys)} Known are {string.Join(", ", Known.Keys)}.");

        return split.Read(colon < 0 ? null : text[(colon + 1)..])
            ?? throw new UserErrorException($"'{text}' does not say how to cut: write it as {split.Example}; shares lie between 0 and 1, dates are yyyy-MM-dd.");
    }

    static TemporalSplit? Temporal(string? text) =>
        text is null ? new()
        : DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new(moment)
        : Share(text) is { } share ? new(Moment: null, share)
        : null;

    static double? Share(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1 ? share : null;
}
