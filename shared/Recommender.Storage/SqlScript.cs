namespace Recommender.Storage;

/// <summary>SQL that lies beside the feature that owns it, as an embedded resource.</summary>
static class SqlScript
{
    /// <summary>The script <paramref name="name"/>.sql in the folder of <typeparamref name="TOwner"/>.</summary>
    public static string Of<TOwner>(string name)
    {
        var resource = $"{typeof(TOwner).Namespace}.{name}.sql";
        using var stream = typeof(TOwner).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The script '{resource}' is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
