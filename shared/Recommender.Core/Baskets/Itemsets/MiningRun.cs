using System.Runtime.ExceptionServices;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>One search: its threads take the first items in order, rarest first.</summary>
sealed class MiningRun(MiningOptions options, Action<ItemsetBlock>? take, CancellationToken cancellationToken)
{
    readonly SearchLimits _limits = new(options, cancellationToken);
    int _next = -1;

    public MiningResult Mine(CsrMatrix lines)
    {
        var bytes = RankedBaskets.BytesFor(lines) + (take is null ? 0 : OrderedDelivery.MostKept(options));
        if (!_limits.TryTake(bytes)) return new([], $"{_limits.Reached} ended the search before its first item");

        var baskets = RankedBaskets.Of(lines, options.MinCount, cancellationToken);
        var delivery = new OrderedDelivery(options, _limits, take, baskets.Count);
        try
        {
            Parallel.For(0, options.Threads, new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = CancellationToken.None }, _ => Work(baskets, delivery));
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (delivery.Unlisted is { } rank) List(baskets, delivery, rank);
        cancellationToken.ThrowIfCancellationRequested();
        return new(delivery.BySize, _limits.Reached is { } limit ? $"{limit} ended the search {delivery.Where()}" : null);
    }

    void Work(RankedBaskets baskets, OrderedDelivery delivery)
    {
        var hasEnded = false;
        try
        {
            var list = take is null ? null : new ItemsetList(delivery);
            var search = new ItemsetSearch(baskets, options, _limits, list);
            while (!_limits.IsStopped && Interlocked.Increment(ref _next) is var rank && rank < baskets.Count && TryWork(search, list, delivery, rank)) { }
            hasEnded = true;
        }
        finally
        {
            if (!hasEnded) _limits.Stop(null);   // the others would wait for this one's turn
        }
    }

    static bool TryWork(ItemsetSearch search, ItemsetList? list, OrderedDelivery delivery, int rank)
    {
        list?.Begin(rank);
        search.Tally.Clear();
        var isWhole = search.TryRun(rank) && list?.TryFlush() != false;
        if (isWhole || search.Tally.IsExceeded) delivery.Finish(rank, list is null ? search.Tally.BySize() : []);
        return isWhole;
    }

    // Where counting by whole subsets leads beyond the limit, the itemsets up to it are found one by one, as they would be listed.
    void List(RankedBaskets baskets, OrderedDelivery delivery, int rank)
    {
        _limits.Resume();
        var list = new ItemsetList(delivery);
        list.Begin(rank);
        if (new ItemsetSearch(baskets, options, _limits, list).TryRun(rank)) list.TryFlush();
    }
}
