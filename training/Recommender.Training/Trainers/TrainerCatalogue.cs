using Recommender.Core;
using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Models.Blending;
using Recommender.Core.Models.Content;
using Recommender.Core.Models.Ease;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.Bpr;
using Recommender.Core.Models.Factors.OneClass;
using Recommender.Core.Models.Frequency;
using Recommender.Core.Models.ItemNeighbours;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Models.Sessions;
using Recommender.Training.Trainers.Autoencoder;
using Recommender.Training.Trainers.Blend;
using Recommender.Training.Trainers.Bpr;
using Recommender.Training.Trainers.Content;
using Recommender.Training.Trainers.Ease;
using Recommender.Training.Trainers.Frequency;
using Recommender.Training.Trainers.ImplicitAls;
using Recommender.Training.Trainers.ItemNeighbours;
using Recommender.Training.Trainers.MatrixFactorization;
using Recommender.Training.Trainers.OneClass;
using Recommender.Training.Trainers.Popularity;
using Recommender.Training.Trainers.Session;

namespace Recommender.Training.Trainers;

/// <summary>Every trainer by name, one line each, and how it is made from options given as text.</summary>
static class TrainerCatalogue
{
    static readonly OrderedDictionary<string, TrainerEntry> Entries = new()
    {
        [PopularityModel.Name] = TrainerEntry.Of<PopularityOptions>("what everybody buys, overall", options => new PopularityTrainer(options)),
        [EaseModel.Name] = TrainerEntry.Of<EaseOptions>("linear weights between items in closed form", options => new EaseTrainer(options)),
        [ItemNeighboursModel.Name] = TrainerEntry.Of<ItemNeighboursOptions>("what is bought by the same customers", options => new ItemNeighboursTrainer(options)),
        [ContentModel.Name] = TrainerEntry.Of<ContentOptions>("what reads alike: names, categories, brands and prices", options => new ContentTrainer(options)),
        [LeastSquaresFoldIn.Name] = TrainerEntry.Of<ImplicitAlsOptions>("factors of customers and items by alternating least squares", options => new ImplicitAlsTrainer(options)),
        [FrequencyModel.Name] = TrainerEntry.Of<FrequencyOptions>("what the shopper buys again and again, then what everybody buys; next basket by the nearest customers; repeat intervals", options => new FrequencyTrainer(options)),
        [SessionModel.Name] = TrainerEntry.Of<SessionOptions>("what others took in sessions like the present one; for anonymous visitors too", options => new SessionTrainer(options)),
        [AutoencoderModel.Name] = TrainerEntry.Of<AutoencoderOptions>("a small network that completes histories: denoising or variational", options => new AutoencoderTrainer(options)),
        [OneClassFoldIn.Name] = TrainerEntry.Of<OneClassOptions>("factors by the odds of a purchase, over every pair", options => new OneClassTrainer(options)),
        [PairwiseFoldIn.Name] = TrainerEntry.Of<BprOptions>("factors that rank what was bought above what was not, pair by pair", options => new BprTrainer(options)),
        [RatingModel.Name] = TrainerEntry.Of<MatrixFactorizationOptions>("explicit ratings, by biases, factors and what was rated at all", options => new MatrixFactorizationTrainer(options)),
        [BlendModel.Name] = TrainerEntry.Of<BlendOptions>("several of the others as one, weighed by what was bought in the latest months", options => new BlendTrainer(options, BlendMember.Parse(options.Members))),
    };

    /// <summary>All names with their entries, in the order in which they are shown.</summary>
    public static IReadOnlyDictionary<string, TrainerEntry> All => Entries;

    /// <summary>The trainer of this name with these options; what is not given has its default.</summary>
    public static ITrainer Create(string name, IReadOnlyList<KeyValuePair<string, string>> options) => Entries.TryGetValue(name, out var entry)
        ? entry.Create(name, options)
        : throw new UserErrorException($"There is no trainer '{name}'.{Suggestion.For(name, Entries.Keys)} Trainers: {string.Join(", ", Entries.Keys)}.");
}
