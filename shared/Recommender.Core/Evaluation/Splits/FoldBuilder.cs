using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Makes the two halves of a <see cref="Fold"/> from a division: a training part with numbers of its own, and the cases to ask.</summary>
sealed class FoldBuilder
{
    readonly Division _division;
    readonly Dataset _source;
    readonly Split _split;
    readonly Numbering _customers;
    readonly Numbering _items;
    readonly bool _hasHistories;

    FoldBuilder(Split split, Division division, CancellationToken cancellationToken)
    {
        (_split, _division, _source) = (split, division, division.Dataset);
        _hasHistories = division.Lines.AsSpan().Contains(Part.History);
        (_customers, _items) = Number(cancellationToken);
        if (_items.Count == 0) throw new UserErrorException($"The split '{split}' leaves nothing of '{_source.Name}' to train on. Cut later, or hold out a smaller share.");
    }

    /// <summary>The fold of a division.</summary>
    public static Fold Build(Split split, Division division, CancellationToken cancellationToken) =>
        new FoldBuilder(split, division, cancellationToken).Build(cancellationToken);

    Fold Build(CancellationToken cancellationToken)
    {
        var baskets = new BasketSelection(_division, Part.Training, _items).Of(_customers, cancellationToken);
        var pairs = new PairParts(_division, _customers, _items);
        pairs.Collect(cancellationToken);
        if (pairs.Cases.Count == 0) throw new UserErrorException($"The split '{_split}' of '{_source.Name}' leaves no customer with something to find. Cut earlier, or hold out a larger share.");

        var training = Training(baskets, pairs);
        var strangers = _hasHistories ? Histories(pairs.Cases, cancellationToken) : null;
        int[] customers = [.. pairs.Cases.Select(customer => strangers is null ? _customers[customer] : -1)];
        return new(training, new()
        {
            Customers = customers,
            HistoryOf = strangers is null ? place => baskets.Of(customers[place]) : strangers.Of,
            Targets = pairs.Targets,
            Names = _source.Customers.Select([.. pairs.Cases]),
            Moments = [.. pairs.Cases.Select(customer => _division.AskedAt?.Invoke(customer) ?? training.Now)],
        });
    }

    Dataset Training(ShopBaskets baskets, PairParts pairs) => new()
    {
        Name = _source.Name,
        Hash = $"{_source.Hash}:{_split}{(_split.IsRandom ? $":{_split.Seed}" : "")}",
        Customers = _source.Customers.Select(_customers.Kept),
        Items = _source.Items.Select(_items.Kept),
        Baskets = baskets,
        Now = _division.Now ?? (_source.HasTimes ? Last(baskets.Times.Span) + 1 : 0),
        HasTimes = _source.HasTimes,
        Catalogue = _source.Catalogue.Select(_items.Kept),
        Ratings = _source.Ratings is null ? null : pairs.Ratings,
    };

    // The training's items only: a model cannot be told of others.
    ShopBaskets Histories(IReadOnlyList<int> cases, CancellationToken cancellationToken)
    {
        var isCase = new bool[_source.Customers.Count];
        foreach (var customer in cases) isCase[customer] = true;
        return new BasketSelection(_division, Part.History, _items).Of(new(isCase), cancellationToken);
    }

    (Numbering Customers, Numbering Items) Number(CancellationToken cancellationToken)
    {
        var (hasCustomer, hasItem) = (new bool[_source.Customers.Count], new bool[_source.Items.Count]);
        var baskets = _source.Baskets;
        var items = baskets.Items.Span;
        for (var line = 0; line < items.Length; line++) hasItem[items[line]] |= _division.Lines[line] == Part.Training;
        for (var customer = 0; customer < hasCustomer.Length; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var history = baskets.Of(customer);
            hasCustomer[customer] = _division.Lines.AsSpan(baskets.Starts.Span[history.First], history.Lines).Contains(Part.Training);
        }
        return (new(hasCustomer), new(hasItem));
    }

    static int Last(ReadOnlySpan<int> times)
    {
        var last = int.MinValue;
        foreach (var time in times) last = Math.Max(last, time);
        return last;
    }
}
