using Recommender.Core;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Experiments;

/// <summary>Which version is to go live under which alias.</summary>
sealed record PromotionRequest(StoredModel Model, int Version, string Alias)
{
    /// <summary>Why, for the history.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it goes live even where gates refuse it; needs a reason.</summary>
    public bool IsForced { get; init; }

    /// <summary>The right to write where the caller holds it; null: it is taken for the moment of the change.</summary>
    public WriterLock? Writer { get; init; }

    /// <summary>Throws when the alias is no name for one, or force comes without a reason: before gates train anything.</summary>
    public void Check()
    {
        new GateOptions { NotWorseThan = Alias }.Check();
        if (IsForced && string.IsNullOrWhiteSpace(Reason)) throw new UserErrorException("--force overrules the gates and needs a reason, which the history keeps. Give --reason \"...\".");
    }
}
