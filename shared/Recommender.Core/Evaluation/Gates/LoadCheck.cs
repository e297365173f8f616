using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>Opens a version as the worker does and asks it for a customer whom it knows and for a stranger.</summary>
public static class LoadCheck
{
    const int Asked = 10;

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Of(SealedFolder version, CancellationToken cancellationToken)
    {
        try
        {
            using var opened = ModelFolder.Open(version, known: null, cancellationToken);
            var trained = opened.Trained;
            return Problem("a stranger", trained.Model, Shopper.Stranger(History.Empty, trained.Now, Repeats.Allowed))
                ?? (trained.CustomerHashes.Count == 0 ? "it knows no customer" : Problem("a customer", trained.Model, new(0, trained.Histories.Of(0), trained.Now, Repeats.Allowed)));
        }
        catch (UserErrorException closed)
        {
            return closed.Message.TrimEnd('.');
        }
    }

    static string? Problem(string who, IModel model, Shopper shopper)
    {
        var wanted = Math.Min(Asked, model.ItemCount);
        var list = model.Recommend(shopper, wanted);
        return list.Count < wanted ? $"{who} gets {list.Count} items instead of {wanted}"
            : list.Any(item => !float.IsFinite(item.Score)) ? $"{who} gets a score that is not finite"
            : list.DistinctBy(item => item.Item).Count() < list.Count ? $"{who} gets one item twice"
            : null;
    }
}
