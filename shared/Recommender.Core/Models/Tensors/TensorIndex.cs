using System.Buffers.Binary;
using System.Text.Json;

namespace Recommender.Core.Models.Tensors;

/// <summary>What the header of a safetensors file says, held against the file's size: nothing in it can point outside.</summary>
sealed class TensorIndex
{
    const int LargestHeader = 100_000_000;

    readonly string _path;

    TensorIndex(string path) => _path = path;

    public Dictionary<string, TensorPlace> Tensors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    public long DataStart { get; private set; }

    public static TensorIndex Read(MappedFile file)
    {
        var index = new TensorIndex(file.Path);
        if (file.Length < sizeof(long)) throw index.Broken("it is too short");

        var header = BinaryPrimitives.ReadInt64LittleEndian(file.Numbers<byte>(0, sizeof(long)).Span);
        if (header is < 2 or > LargestHeader || header > file.Length - sizeof(long)) throw index.Broken($"its header would be {header} bytes long");

        index.DataStart = sizeof(long) + header;
        try
        {
            using var json = JsonDocument.Parse(file.Numbers<byte>(sizeof(long), header).ToArray());
            foreach (var property in json.RootElement.EnumerateObject()) index.Take(property, file.Length - index.DataStart);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw index.Broken("its header is not what the format asks for");
        }
        index.CheckThatNothingIsBetween(file.Length - index.DataStart);
        return index;
    }

    public UserErrorException Broken(string what) => new($"{_path} is no whole model file: {what}. Train it again or put it back from a backup.");

    // The format allows no holes and no overlaps: tensors fill the file from the first byte after the header to the last.
    void CheckThatNothingIsBetween(long size)
    {
        var at = 0L;
        foreach (var (name, place) in Tensors.OrderBy(tensor => tensor.Value.Begin).ThenBy(tensor => tensor.Value.End))
        {
            if (place.Begin != at) throw Broken($"'{name}' does not begin where the tensor before it ends");
            at = place.End;
        }
        if (at != size) throw Broken($"{size - at} bytes at its end belong to no tensor");
    }

    void Take(JsonProperty property, long size)
    {
        if (property.NameEquals("__metadata__"))
        {
            foreach (var note in property.Value.EnumerateObject()) Notes[note.Name] = note.Value.GetString() ?? "";
            return;
        }
        var kind = property.Value.GetProperty("dtype").GetString()!;
        int[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(side => side.GetInt32())];
        var offsets = property.Value.GetProperty("data_offsets");
        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var fits = begin >= 0 && begin <= end && end <= size && shape.All(side => side >= 0)
            && (decimal)(end - begin) == shape.Aggregate((decimal)TensorKind.Size(kind), (product, side) => product * side);
        if (!fits || !Tensors.TryAdd(property.Name, new(kind, shape, begin, end))) throw Broken($"'{property.Name}' does not lie where its header says");
    }
}
