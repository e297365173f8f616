using Recommender.Core.Models;
using Recommender.Core.Numerics;
using Recommender.Storage.Scores;

namespace Recommender.Training.Scoring;

/// <summary>What one thread needs to score block after block; nothing is allocated once it is made.</summary>
sealed class ScoringWorker
{
    readonly Audience _audience;
    readonly Repeats _repeats;
    readonly Matrix _scores;
    readonly Shopper[] _shoppers;

    public ScoringWorker(Audience audience, Repeats repeats)
    {
        var (length, items) = (ScoreBlock.LengthFor(audience.Model.ItemCount), audience.Model.ItemCount);
        (_audience, _repeats) = (audience, repeats);
        (_scores, _shoppers) = (Matrix.Zero(length, items), new Shopper[length]);
    }

    /// <summary>Fills the lists from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public void Score(ScoreLists lists, int first, int end)
    {
        for (var place = first; place < end; place++) _shoppers[place - first] = _audience.Shopper(lists.Customers[place], _repeats);
        _audience.Model.Score(_shoppers.AsSpan(0, end - first), new(_scores.Data, end - first, _scores.Columns));
        for (var place = first; place < end; place++)
        {
            var row = _scores.Row(place - first);
            if (_repeats == Repeats.LeftOut) _audience.LeaveOutBought(lists.Customers[place], row);
            var (items, scores) = lists.Room(place);
            lists.Took(place, TopK.Select(row, items.Span, scores.Span));
        }
    }
}
