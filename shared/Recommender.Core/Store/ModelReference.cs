namespace Recommender.Core.Store;

/// <summary>A version as people name it: <c>beauty</c> (what is live), <c>beauty@candidate</c>, <c>beauty@7</c>.</summary>
public sealed record ModelReference(string Model, string? Which)
{
    /// <summary>Reads the text; nothing is looked up.</summary>
    public static ModelReference Parse(string text) => text.Split('@') switch
    {
        [{ Length: > 0 } model] => new(model, null),
        [{ Length: > 0 } model, { Length: > 0 } which] => new(model, which),
        _ => throw new UserErrorException($"'{text}' names no version. Write a model, perhaps with an alias or number: beauty, beauty@candidate, beauty@7."),
    };

    /// <summary>The version that is meant, as it stands now.</summary>
    public SealedFolder Find(ModelStore store) => store.Existing(Model).Find(Which);
}
