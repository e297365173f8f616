using Recommender.Core.Datasets;
using Recommender.Core.Store;
using Recommender.Storage.Baskets;

namespace Recommender.Training.Experiments;

/// <summary>Where baskets come from: a file, or a dataset of the home.</summary>
sealed record BasketSource
{
    /// <summary>A file of baskets; null when a dataset is named.</summary>
    public string? File { get; init; }

    /// <summary>How the file is written.</summary>
    public required BasketFileOptions FileOptions { get; init; }

    /// <summary>The dataset's name; null when a file is given.</summary>
    public string? Dataset { get; init; }

    /// <summary>First digits of a snapshot's hash; null for the current one.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Which baskets of the dataset.</summary>
    public required BasketRequest Request { get; init; }

    /// <summary>The baskets, with what is known of their items.</summary>
    public BasketData Read(Verb verb, CancellationToken cancellationToken) => Read(verb, Request, cancellationToken);

    /// <summary>Other baskets of the same dataset.</summary>
    public BasketData Read(Verb verb, BasketRequest request, CancellationToken cancellationToken)
    {
        if (File is not null)
            return new() { Baskets = BasketFile.Read(File, FileOptions, cancellationToken), Facts = Catalogue.Empty, Name = Path.GetFileName(File), Hash = FileHash.Of(File, cancellationToken) };

        var folder = verb.Home.Dataset(verb.Tenant, Dataset!);
        return BasketReader.Read(verb.Home, Snapshot is null ? folder.Current : folder.Find(Snapshot), request, cancellationToken);
    }
}
