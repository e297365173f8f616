using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// Some customers of an epoch: what the network reads of them and what it is to give back, both (rows, items), and the normal noise of a
/// variational code (rows, code), which has no rows where the code is not drawn.
/// </summary>
sealed record Batch(CsrMatrix Inputs, CsrMatrix Targets, Matrix Noise)
{
    public int Rows => Inputs.Rows;
}
