namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>
/// Counts the pairs of every anchor in as much memory as is allowed: range after range of anchors, each no longer than what it can find has
/// room. When the room is full, pairs go that neither side would choose among those met so far. The best of the best so far and of what
/// comes are the best of all, so what went could never have come back, and the matrix is the same whatever the limit.
/// </summary>
sealed class PairGathering(PairLines lines, (int[] Counts, double[] Sums) items, int baskets, CrossSellOptions options)
{
    readonly long _room = options.Memory / BytesOfPair(lines.IsWeighted);
    readonly (PairRow Pairs, ShortfallRow Shortfalls)?[] _rows = new (PairRow, ShortfallRow)?[options.Threads];
    readonly int[] _dropped = new int[lines.Items];

    /// <summary>Pairs that reach the floor: all of them, or at least all that one of their sides chooses.</summary>
    public FoundPairs Pairs { get; private set; } = new(lines.Items, options.Threads);

    /// <summary>Pairs that are rarer than popularity would make them, likewise.</summary>
    public FoundPairs Shortfalls { get; private set; } = new(lines.Items, options.Threads);

    /// <summary>How many pairs of each rank reached the floor and went.</summary>
    public ReadOnlySpan<int> Dropped => _dropped;

    long Free => _room - Pairs.Count - Shortfalls.Count;

    /// <summary>Counts every anchor.</summary>
    /// <exception cref="UserErrorException">What is to be kept leaves no room for more.</exception>
    public void Gather(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        for (int begin = 0, end; begin < lines.Items; begin = end)
        {
            end = Fitting(begin);
            if (end < lines.Items && Free < _room / 4)
            {
                Drop(cancellationToken);
                end = Fitting(begin);
                if (end < lines.Items && Free < _room / 2) throw NoRoom(begin);
            }
            if (end == begin) throw NoRoom(begin);

            Count(begin, end, progress, cancellationToken);
        }
    }

    // A pair stands in a growing list that may be twice as long as it must, at both of its items, and once more where it is chosen.
    static long BytesOfPair(bool isWeighted) => 6 * (isWeighted ? 12 : 8) + 2;

    int Fitting(int begin)
    {
        var (rank, free) = (begin, Free);
        while (rank < lines.Items && (free -= Most(rank)) >= 0) rank++;
        return rank;
    }

    // The pairs that an anchor can find: a partner that reaches the floor is met so often.
    long Most(int rank) => Math.Min(rank, lines.Work(rank) / options.MinCount) + ShortfallRow.Most(rank, items.Counts, baskets, options);

    void Count(int begin, int end, IProgress<double>? progress, CancellationToken cancellationToken) =>
        PairScan.ForEach(end - begin, thread =>
        {
            var (row, shortfall) = _rows[thread] ??= (new(lines.Items, lines.IsWeighted), new(items.Counts, baskets, options));
            return place =>
            {
                var rank = begin + place;
                row.Count(lines, rank, options.MinCount);
                Pairs.Add(thread, rank, row.Partners, row.Counts, row.Sums);
                shortfall.Collect(rank, row.All);
                Shortfalls.Add(thread, rank, shortfall.Partners, shortfall.Counts, []);
                row.Clear();
            };
        }, new(options.Threads, progress is null ? null : new RangeProgress(progress, begin, end, lines.Items)), cancellationToken);

    void Drop(CancellationToken cancellationToken)
    {
        DropPairs(cancellationToken);
        DropShortfalls(cancellationToken);
        GC.Collect();   // gigabytes went: left alone they would stay until as much is taken again, beyond the limit
    }

    void DropShortfalls(CancellationToken cancellationToken)
    {
        var table = Shortfalls.Mirror(options.Threads, cancellationToken);
        var choice = new SubstituteChoice(table, items.Counts, baskets, options.Substitutes);
        Shortfalls = Shortfalls.Kept(table, choice.Marks(lines.ByRank, options.Threads, cancellationToken));
    }

    void DropPairs(CancellationToken cancellationToken)
    {
        var table = Pairs.Mirror(options.Threads, cancellationToken);
        var choice = new PartnerChoice(table, items.Counts, items.Sums, options);
        choice.Mark(cancellationToken);
        for (var rank = 0; rank < lines.Items; rank++) _dropped[rank] += choice.Marks[table.Starts[rank]..table.Starts[rank + 1]].Count((byte)0);
        Pairs = Pairs.Kept(table, choice.Marks);
    }

    UserErrorException NoRoom(int anchors) => new(
        $"The {anchors} most popular of {lines.Items} items keep {Pairs.Count + Shortfalls.Count} pairs and the next may bring {Most(anchors)}; the memory limit of {options.Memory} bytes has room for {_room}. " +
        "Raise the count floor or the memory limit, or keep fewer partners of each item.");

    /// <summary>The share of one range of anchors as one of them all.</summary>
    sealed class RangeProgress(IProgress<double> whole, int begin, int end, int all) : IProgress<double>
    {
        public void Report(double value) => whole.Report((begin + value * (end - begin)) / all);
    }
}
