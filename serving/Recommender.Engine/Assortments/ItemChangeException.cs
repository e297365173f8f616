using Recommender.Core;

namespace Recommender.Engine.Assortments;

/// <summary>A batch of changes was refused as a whole because of one of them.</summary>
public sealed class ItemChangeException(int index, string name, string fault) : UserErrorException($"Change {index}, {name}: {fault}")
{
    /// <summary>Which of the changes is wrong, counted from 0.</summary>
    public int Index => index;

    /// <summary>The field that is wrong; <c>item_id</c> for the id itself.</summary>
    public string Name => name;
}
