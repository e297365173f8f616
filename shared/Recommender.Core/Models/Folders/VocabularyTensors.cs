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

    public static Vocabulary Read(TensorReader tensors)
    {
        var (letters, ends) = (tensors.Numbers<byte>("letters"), tensors.Numbers<int>("ends"));
        var last = 0;
        foreach (var end in ends.Span)
        {
            if (end < last) throw tensors.Broken($"a name would end at {end}, before it begins at {last}");
            last = end;
        }
        return last == letters.Length ? new(letters, ends) : throw tensors.Broken($"its names end at {last} of {letters.Length} letters");
    }
}
