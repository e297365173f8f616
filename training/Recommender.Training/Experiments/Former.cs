using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Homes;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>A former model to begin from, with its customers and items matched to those of the new data.</summary>
static class Former
{
    public static WarmStart? Of(OpenedModel? former, Verb verb, ITrainer trainer, Dataset dataset, CancellationToken cancellationToken)
    {
        if (former is null) return null;
        if (former.Manifest.Trainer != trainer.Name)
            throw new UserErrorException($"The former model was trained by {former.Manifest.Trainer}, and {trainer.Name} cannot begin from it. Name one of {trainer.Name}, or leave --warm-start away.");

        if (trainer.ObstacleTo(former.Trained.Model) is { } obstacle)
            throw new UserErrorException($"{trainer.Name} cannot begin from the former model: {obstacle}, or leave --warm-start away.");

        var key = verb.Home.Tenant(verb.Tenant).Key ?? throw new UserErrorException($"The tenant '{verb.Tenant}' has no key, so the former model's customers cannot be recognised. Put back the file 'key' from a backup, or leave --warm-start away.");
        return new(former.Trained.Model,
            Matched(CustomerHashes.Of(key, dataset.Customers, cancellationToken), former.Trained.CustomerHashes),
            Matched(dataset.Items, former.Trained.Items));
    }

    static int[] Matched(Vocabulary names, Vocabulary former) => [.. Enumerable.Range(0, names.Count).Select(entry => former.Find(names.Utf8(entry)))];
}
