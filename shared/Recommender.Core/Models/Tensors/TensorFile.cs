using System.Buffers.Binary;
using System.Text.Json;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Tensors;

/// <summary>
/// The layout of a safetensors file: eight bytes with the length of the header, the header as JSON, the tensors one behind the other.
/// The format allows no holes, so tensors of filling bytes keep every tensor on a multiple of 64 bytes for vector loads.
/// </summary>
sealed class TensorFile
{
    const int Alignment = 64;
    const string Filling = "filling.";

    readonly List<TensorEntry> _entries = [];

    public SortedDictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    public long Bytes => _entries.Sum(entry => entry.Size);

    public void Add(TensorEntry entry)
    {
        if (_entries.Exists(known => known.Name == entry.Name)) throw new ArgumentException($"The tensor '{entry.Name}' is there already.", nameof(entry));

        _entries.Add(entry);
        var excess = (int)(entry.Size % Alignment);
        if (excess == 0) return;

        var filling = new byte[Alignment - excess];
        _entries.Add(new($"{Filling}{_entries.Count}", "U8", [filling.Length], () => filling));
    }

    public ModelFile Save(string path)
    {
        var header = Header();
        return HashedFile.Write(path, Content, Check);

        void Content(Action<ReadOnlySpan<byte>> write)
        {
            write(header);
            foreach (var entry in _entries) write(entry.Bytes());
        }

        void Check()
        {
            foreach (var entry in _entries) entry.Check?.Invoke();
        }
    }

    // With its length in front.
    byte[] Header()
    {
        using var buffer = new MemoryStream();
        buffer.Write(new byte[sizeof(long)]);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Notes.Count > 0) WriteNotes(json);
            var at = 0L;
            foreach (var entry in _entries)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", entry.Kind);
                json.WriteStartArray("shape");
                foreach (var side in entry.Shape) json.WriteNumberValue(side);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += entry.Size);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (buffer.Length % Alignment != 0) buffer.WriteByte((byte)' ');
        var header = buffer.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - sizeof(long));
        return header;
    }

    void WriteNotes(Utf8JsonWriter json)
    {
        json.WriteStartObject("__metadata__");
        foreach (var (name, text) in Notes) json.WriteString(name, text);
        json.WriteEndObject();
    }
}
