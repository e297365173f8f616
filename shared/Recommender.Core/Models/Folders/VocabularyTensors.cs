using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Folders;

/// <summary>A vocabulary as two tensors: all letters, and where each name ends.</summary>
static class VocabularyTensors
{
    public static void Write(Vocabulary vocabulary, TensorWriter tensors)
    {
        tensors.Add("letters", vocabulary.Letters);
        tensors.Add("ends", vocabulary.Ends);
    }

    public static Vocabulary Read(TensorReader tensors) => new(tensors.Numbers<byte>("letters"), tensors.Numbers<int>("ends"));
}
