using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Pool;

/// <summary>Asks a model what the first customers would ask: what it makes when it is first asked is there then, and its code is compiled.</summary>
static class FirstScores
{
    const int Customers = 8;

    public static void Of(TrainedModel trained)
    {
        var model = trained.Model;
        if (model.ItemCount == 0) return;

        var scores = Matrix.Zero(1, model.ItemCount);
        model.Score([Shopper.Stranger(History.Empty, trained.Now)], scores);
        var known = trained.Histories.Customers;
        for (var customer = 0; customer < known; customer += Math.Max(1, known / Customers))
        {
            var history = trained.Histories.Of(customer);
            model.Score([new(customer, history, trained.Now, Repeats.LeftOut)], scores);
            model.Score([Shopper.Stranger(history, trained.Now)], scores);
        }
        model.ScoreSimilar(0, scores.Row(0));
    }
}
