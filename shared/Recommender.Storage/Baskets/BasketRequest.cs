using Recommender.Core;
using Recommender.Core.Interactions;

namespace Recommender.Storage.Baskets;

/// <summary>Which baskets of a snapshot are read. Every condition that is given must hold.</summary>
public sealed record BasketRequest
{
    /// <summary>What counts as one thing bought; at a level of groups, lines of items without a group are left out.</summary>
    public Level Level { get; init; } = Level.Item;

    /// <summary>Baskets from this moment on, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Baskets before this moment, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>Baskets of these months of any year.</summary>
    public Season? Season { get; init; }

    /// <summary>Lines of this region of the purchases.</summary>
    public string? Region { get; init; }

    /// <summary>Lines of this channel, or purchase type, of the purchases.</summary>
    public string? Channel { get; init; }

    /// <summary>Lines of this site of the purchases.</summary>
    public string? Site { get; init; }

    /// <summary>Baskets of customers of whom all this is known.</summary>
    public IReadOnlyList<CustomerTrait> Traits { get; init; } = [];

    /// <summary>A file of customer ids, one a line: baskets of these only.</summary>
    public string? CustomerFile { get; init; }

    /// <summary>Days after which a basket counts half, from the snapshot's last purchase on; 0 where age does not matter.</summary>
    public double HalfLife { get; init; }

    /// <summary>Whether customers are chosen.</summary>
    internal bool ChoosesCustomers => Traits.Count > 0 || CustomerFile is not null;

    /// <summary>Whether baskets are chosen by their time.</summary>
    internal bool ChoosesTimes => From is not null || To is not null || Season is not null;

    /// <summary>Whether lines are left out at all.</summary>
    internal bool Chooses => Level != Level.Item || ChoosesTimes || ChoosesCustomers || Region is not null || Channel is not null || Site is not null;

    /// <summary>The conditions in words.</summary>
    internal string Words()
    {
        string?[] words =
        [
            From is { } from ? $"from {from:yyyy-MM-dd HH:mm}" : null,
            To is { } to ? $"before {to:yyyy-MM-dd HH:mm}" : null,
            Season is null ? null : $"in {Season}",
            Region is null ? null : $"region '{Region}'",
            Channel is null ? null : $"channel '{Channel}'",
            Site is null ? null : $"site '{Site}'",
            .. Traits.Select(trait => $"customers with {trait.Column} '{trait.Value}'"),
            CustomerFile is null ? null : $"customers of {CustomerFile}",
        ];
        return string.Join(", ", words.OfType<string>());
    }

    /// <summary>This request, once its numbers are found to be possible on data with or without times.</summary>
    internal BasketRequest Checked(string dataset, bool hasTimes)
    {
        if (HalfLife is not (>= 0 and <= 1e6)) throw new UserErrorException($"The half-life {HalfLife} is outside 0 to 1,000,000 days. Give days, or 0 to count all baskets alike.");
        if (From >= To) throw new UserErrorException($"No basket is from {From:yyyy-MM-dd HH:mm} on and before {To:yyyy-MM-dd HH:mm}. Give a later end.");
        if (!hasTimes && (ChoosesTimes || HalfLife > 0)) throw new UserErrorException($"The dataset '{dataset}' has no times, so baskets can be neither chosen nor weighed by time. Leave times, season and half-life away, or import it with a column of times.");
        return this;
    }
}
