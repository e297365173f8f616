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
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models;

/// <summary>Writes models and reads them back by their kind: one line a kind.</summary>
public static class ModelCodec
{
    const string KindNote = "kind";

    static readonly Dictionary<string, Func<TensorReader, IModel>> Readers = new(StringComparer.Ordinal)
    {
        [PopularityModel.Name] = PopularityModel.Read,
        [AutoencoderModel.Name] = AutoencoderModel.Read,
        [LeastSquaresFoldIn.Name] = tensors => FactorModel.Read(tensors, LeastSquaresFoldIn.Read),
        [EaseModel.Name] = EaseModel.Read,
        [ItemNeighboursModel.Name] = ItemNeighboursModel.Read,
        [ContentModel.Name] = ContentModel.Read,
        [FrequencyModel.Name] = FrequencyModel.Read,
        [SessionModel.Name] = SessionModel.Read,
        [BlendModel.Name] = BlendModel.Read,
        [OneClassFoldIn.Name] = tensors => FactorModel.Read(tensors, OneClassFoldIn.Read),
        [PairwiseFoldIn.Name] = tensors => FactorModel.Read(tensors, PairwiseFoldIn.Read),
        [RatingModel.Name] = RatingModel.Read,
    };

    /// <summary>Writes a model with its kind; a part of a larger model goes into a scope.</summary>
    public static void Write(IModel model, TensorWriter tensors)
    {
        tensors.Note(KindNote, model.Kind);
        model.Write(tensors);
    }

    /// <summary>Reads what <see cref="Write"/> wrote. The model lives in the file's mapping: it is good until the reader is disposed.</summary>
    public static IModel Read(TensorReader tensors)
    {
        var kind = tensors.RequiredNote(KindNote);
        return Readers.TryGetValue(kind, out var read) ? read(tensors)
            : throw new UserErrorException($"A model of the kind '{kind}' is not known to this version; it knows {string.Join(", ", Readers.Keys)}. Use the version that wrote it, or train again.");
    }
}
