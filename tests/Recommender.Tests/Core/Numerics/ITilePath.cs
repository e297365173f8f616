using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Numerics;

/// <summary>The product by the tiles of one instruction set, called past the choice that the machine makes.</summary>
interface ITilePath
{
    string Name { get; }

    void Multiply(Matrix a, Matrix b, Matrix c, Product product, bool lowerOnly = false);

    void MultiplyPacked(Matrix a, Matrix b, Matrix c, Product product);
}
