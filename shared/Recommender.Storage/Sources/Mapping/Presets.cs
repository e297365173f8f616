namespace Recommender.Storage.Sources.Mapping;

/// <summary>The mappings of well-known exports, recognised by their headers.</summary>
static class Presets
{
    public static IReadOnlyList<SourceMapping> All => Loaded.Value;

    static readonly Lazy<IReadOnlyList<SourceMapping>> Loaded = new(() =>
        [.. typeof(Presets).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Presets.", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)]);

    /// <summary>The single-file preset that knows these headers best: the one that names most of them.</summary>
    public static SourceMapping? Recognise(IReadOnlyList<string> headers)
    {
        var plain = headers.Select(ColumnInference.Plain).ToHashSet();
        return All
            .Where(preset => preset.Files.Count <= 1 && preset.Recognise.Count > 0 && preset.Recognise.All(header => plain.Contains(ColumnInference.Plain(header))))
            .MaxBy(preset => preset.Recognise.Count);
    }

    /// <summary>The preset of several files that are all among the given ones, or in the given folder: such a preset goes by their names.</summary>
    public static SourceMapping? OfSeveralFiles(IReadOnlyList<ImportSource> sources) =>
        All.FirstOrDefault(preset => preset.Files.Count > 1 && SourcePlan.HoldsAll(preset, sources));

    static SourceMapping Read(string resource)
    {
        using var reader = new StreamReader(typeof(Presets).Assembly.GetManifestResourceStream(resource)!);
        return MappingDocument.Parse(reader.ReadToEnd(), resource);
    }
}
