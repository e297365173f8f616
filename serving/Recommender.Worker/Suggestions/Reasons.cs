using System.Globalization;
using Recommender.Engine.Answers;

namespace Recommender.Worker.Suggestions;

/// <summary>Says why an item stands in an answer, in the caller's language, with what was counted.</summary>
readonly struct Reasons(string language, Func<string, string> nameOf, string? anchor = null)
{
    const int Named = 2;

    readonly ReasonWords _words = ReasonWords.In(language);

    /// <summary>One line on an item.</summary>
    public string Of(AnsweredItem item) => item switch
    {
        { Strategy: Strategy.Rule, Evidence: [{ Baskets: > 0 } pair, ..] } => Together(pair.Item, pair.Baskets, pair.Lift),
        { Strategy: Strategy.Similar } when anchor is not null => string.Format(CultureInfo.InvariantCulture, _words.Like, nameOf(anchor)),
        { Strategy: Strategy.Personalised or Strategy.Similar or Strategy.Rule, Evidence.Count: > 0 } => string.Format(CultureInfo.InvariantCulture, _words.History, Names(item.Evidence)),
        _ => _words.Plain(item.Strategy),
    };

    /// <summary>One line on a pair of items.</summary>
    public string Together(string item, int baskets, double lift) => lift > 0
        ? string.Format(CultureInfo.InvariantCulture, _words.Together, nameOf(item), baskets, lift.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', _words.Point))
        : string.Format(CultureInfo.InvariantCulture, _words.TogetherOnce, nameOf(item));

    string Names(IReadOnlyList<Evidence> evidence)
    {
        var (own, and) = (nameOf, _words.And);
        return string.Join(and, evidence.Take(Named).Select(reason => own(reason.Item)));
    }
}
