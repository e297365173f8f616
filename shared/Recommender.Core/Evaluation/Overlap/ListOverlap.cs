using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Overlap;

/// <summary>Lays the lists that two models give to the customers whom both know beside one another, repeats allowed.</summary>
public sealed class ListOverlap
{
    const int Block = 64;

    readonly TrainedModel _first;
    readonly TrainedModel _second;
    readonly OverlapOptions _options;
    readonly int[] _match;                            // by item of the second model: its number in the first, or -1
    readonly (int First, int Second)[] _customers;    // those asked
    readonly int[][] _lists;                          // by customer asked: the length of the first list, the first, the second
    readonly float[] _shares;

    ListOverlap(TrainedModel first, TrainedModel second, OverlapOptions options)
    {
        (_first, _second, _options) = (first, second, options);
        _match = [.. Enumerable.Range(0, second.Items.Count).Select(item => first.Items.Find(second.Items.Utf8(item)))];
        var common = Enumerable.Range(0, first.CustomerHashes.Count).Select(customer => (First: customer, Second: second.CustomerHashes.Find(first.CustomerHashes.Utf8(customer))))
            .Where(pair => pair.Second >= 0).ToArray();
        Common = common.Length;
        var asked = Math.Min(common.Length, options.MostCustomers);
        _customers = [.. Enumerable.Range(0, asked).Select(place => common[(int)((long)place * common.Length / asked)])];
        (_lists, _shares) = (new int[asked][], new float[asked]);
    }

    int Common { get; }

    /// <summary>The mean share with its interval, the same on any number of threads; null where the models have no customer in common.</summary>
    public static OverlapResult? Between(TrainedModel first, TrainedModel second, OverlapOptions options, CancellationToken cancellationToken)
    {
        var overlap = new ListOverlap(first, second, options);
        return overlap._customers.Length == 0 ? null : overlap.Run(cancellationToken);
    }

    OverlapResult Run(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Bootstrap.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, (_customers.Length + Block - 1) / Block, parallel, block => Ask(block * Block, Math.Min(_customers.Length, (block + 1) * Block)));
        var share = Interval.Around([new(_shares)], _options.Bootstrap, cancellationToken)[0];
        return new(_options.Length, Common, _customers.Length, share, [.. MostChanged().Select(Change)]);
    }

    void Ask(int begin, int end)
    {
        var first = Lists(_first, [.. _customers[begin..end].Select(pair => pair.First)]);
        var second = Lists(_second, [.. _customers[begin..end].Select(pair => pair.Second)]);
        for (var place = begin; place < end; place++)
        {
            var (before, after) = (first[place - begin], second[place - begin]);
            _lists[place] = [before.Length, .. before, .. after];
            var longer = Math.Max(before.Length, after.Length);
            _shares[place] = longer == 0 ? 1 : (float)after.Count(item => before.Contains(_match[item])) / longer;
        }
    }

    int[][] Lists(TrainedModel trained, int[] customers)
    {
        Shopper[] shoppers = [.. customers.Select(customer => new Shopper(customer, trained.Histories.Of(customer), trained.Now, Repeats.Allowed))];
        var scores = Matrix.Zero(shoppers.Length, trained.Model.ItemCount);
        trained.Model.Score(shoppers, scores);
        var (items, best) = (new int[Math.Min(_options.Length, trained.Model.ItemCount)], new float[Math.Min(_options.Length, trained.Model.ItemCount)]);
        return [.. Enumerable.Range(0, shoppers.Length).Select(row => items[..TopK.Select(scores.Row(row), items, best)])];
    }

    // Ties go to the hash, so that nobody's place in the data decides.
    IEnumerable<int> MostChanged() => Enumerable.Range(0, _shares.Length)
        .OrderBy(place => _shares[place]).ThenBy(HashOf, StringComparer.Ordinal).Take(_options.Examples);

    string HashOf(int place) => Convert.ToHexStringLower(_first.CustomerHashes.Utf8(_customers[place].First));

    ListChange Change(int place)
    {
        var (length, items) = (_lists[place][0], _lists[place][1..]);
        return new(HashOf(place), _shares[place], [.. items[..length].Select(item => _first.Items[item])], [.. items[length..].Select(item => _second.Items[item])]);
    }
}
