using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Tensors;

namespace Recommender.Training.Trainers.Blend;

/// <summary>
/// The members' models of one slice, each asked for twice. Those that together stay below <paramref name="most"/> bytes wait for the second
/// time; the others are trained anew, which gives the same model: a dense one of a large catalogue takes gigabytes.
/// </summary>
sealed class SliceModels(Dataset training, BlendRun run, long most)
{
    readonly Dictionary<int, IModel> _waiting = [];
    long _bytes;

    /// <summary>The model for a first look.</summary>
    public IModel First(int member)
    {
        var model = run.Train(training, member);
        var bytes = BytesOf(model);
        if (bytes > most - _bytes) return model;

        _bytes += bytes;
        _waiting.Add(member, model);
        return model;
    }

    /// <summary>The same model for the second and last look.</summary>
    public IModel Again(int member) => _waiting.Remove(member, out var model) ? model : run.Train(training, member);

    static long BytesOf(IModel model)
    {
        var tensors = new TensorWriter();
        ModelCodec.Write(model, tensors);
        return tensors.Bytes;
    }
}
