namespace Recommender.Core.Models;

/// <summary>A model of explicit ratings: its scores are ratings that a customer would give.</summary>
public interface IRatingModel : IModel
{
    /// <summary>The rating expected of a customer for an item; -1 stands for a customer or item never seen.</summary>
    float Predict(int customer, int item);
}
