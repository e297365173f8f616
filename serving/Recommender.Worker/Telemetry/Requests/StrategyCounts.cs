using System.Runtime.CompilerServices;
using Recommender.Engine.Answers;

namespace Recommender.Worker.Telemetry.Requests;

/// <summary>How many items of an answer, or of all answers of a batch, each strategy gave. Lives on the stack.</summary>
struct StrategyCounts
{
    /// <summary>How many strategies it can tell apart.</summary>
    public const int Most = 8;

    static readonly string[] Names = [.. Enum.GetNames<Strategy>().Select(name => name.ToLowerInvariant())];

    Counts _counts;
    bool _isAny;
    Strategy _leading;

    /// <summary>The items that a strategy gave.</summary>
    public readonly int this[Strategy strategy] => _counts[(int)strategy];

    /// <summary>The strategy of the first place, by which an answer's time is told; empty where there is no item.</summary>
    public readonly string Leading => _isAny ? NameOf(_leading) : "";

    /// <summary>Whether the list had to be filled with what is popular, because nothing surer was left.</summary>
    public readonly bool IsFilled => this[Strategy.Popular] + this[Strategy.Category] > 0;

    /// <summary>As labels write it.</summary>
    public static string NameOf(Strategy strategy) => Names[(int)strategy];

    public void Add(IReadOnlyList<AnsweredItem> items)
    {
        for (var at = 0; at < items.Count; at++) Add(items[at].Strategy, 1);
    }

    public void Add(Strategy strategy, int items)
    {
        if (!_isAny) (_leading, _isAny) = (strategy, true);
        _counts[(int)strategy] += items;
    }

    [InlineArray(Most)]
    struct Counts
    {
        int _first;
    }
}
