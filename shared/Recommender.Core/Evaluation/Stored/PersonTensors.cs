using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Evaluation.Stored;

/// <summary>
/// What a metric says of each person. Most lists hit nothing, so only what is not 0 is written, with its places; a column that is mostly
/// not 0 is written whole. The format has no number for nothing: persons of whom the metric is silent are listed beside it.
/// </summary>
static class PersonTensors
{
    public static void Write(PersonValues persons, TensorWriter tensors)
    {
        var values = persons.Values.ToArray();
        int[] silent = [.. Enumerable.Range(0, values.Length).Where(person => float.IsNaN(values[person]))];
        foreach (var person in silent) values[person] = 0;
        int[] places = [.. Enumerable.Range(0, values.Length).Where(person => BitConverter.SingleToInt32Bits(values[person]) != 0)];
        if (2 * places.Length < values.Length)
        {
            tensors.Add<int>("places", places);
            tensors.Add<float>("values", Array.ConvertAll(places, place => values[place]));
        }
        else tensors.Add<float>("values", values);
        if (silent.Length > 0) tensors.Add<int>("silent", silent);
        if (!persons.Weights.IsEmpty) tensors.Add("weights", persons.Weights);
        if (persons.IsRoot) tensors.Note("root", "yes");
    }

    public static PersonValues Read(TensorReader tensors, int persons)
    {
        var values = Values(tensors, persons);
        var silent = Places(tensors, "silent", persons);
        foreach (var person in silent) values[person] = float.NaN;
        var weights = tensors.Has("weights") ? Numbers(tensors, "weights", persons) : [];
        if (Array.Exists(weights, weight => weight < 0)) throw tensors.Broken("'weights' holds a number below 0");

        return new(values, weights, isRoot: tensors.Note("root") is not null);
    }

    static float[] Values(TensorReader tensors, int persons)
    {
        if (!tensors.Has("places")) return Numbers(tensors, "values", persons);

        var places = Places(tensors, "places", persons);
        var (written, values) = (Numbers(tensors, "values", places.Length), new float[persons]);
        for (var at = 0; at < places.Length; at++) values[places[at]] = written[at];
        return values;
    }

    static int[] Places(TensorReader tensors, string name, int persons)
    {
        if (!tensors.Has(name)) return [];

        var places = tensors.Numbers<int>(name).ToArray();
        Ascending.Demand(tensors, $"'{name}'", places, persons);
        return places;
    }

    static float[] Numbers(TensorReader tensors, string name, int count)
    {
        var numbers = tensors.Numbers<float>(name).ToArray();
        if (numbers.Length != count) throw tensors.Broken($"'{name}' has {numbers.Length} numbers instead of {count}");

        return Array.Exists(numbers, number => !float.IsFinite(number)) ? throw tensors.Broken($"'{name}' holds a number that is not finite") : numbers;
    }
}
