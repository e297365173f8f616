using Recommender.Core.Models.Folders;

namespace Recommender.Engine.Pool;

/// <summary>A version of a model that scores customers.</summary>
public sealed class LiveModel : LiveVersion
{
    readonly OpenedModel _opened;

    internal LiveModel(OpenedModel opened) : base(opened.Manifest, opened.Trained.Items) => _opened = opened;

    /// <summary>What it knows.</summary>
    public TrainedModel Trained => _opened.Trained;

    internal override void WarmUp()
    {
        _opened.Touch();
        FirstScores.Of(Trained);
    }

    private protected override void Unmap() => _opened.Dispose();
}
