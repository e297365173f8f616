using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;

namespace Recommender.Tests.Training.Trainers.Blend;

/// <summary>A trainer that knows the answer of a planted shop by a formula of customer and item; the customer's number is in the name, so that it survives every cut.</summary>
sealed class Oracle(string name, Func<int, int, float> score) : ITrainer
{
    public string Name => name;

    public object Options { get; } = new();

    public IModel Train(Dataset dataset, TrainingContext context) => new Model(dataset, score);

    public sealed class Model(Dataset dataset, Func<int, int, float> score) : IModel
    {
        public string Kind => PopularityModel.Name;

        public int ItemCount => dataset.Items.Count;

        public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
        {
            for (var shopper = 0; shopper < shoppers.Length; shopper++)
            {
                var customer = shoppers[shopper].Customer;
                for (var item = 0; item < ItemCount; item++)
                    scores.Row(shopper)[item] = customer < 0 ? 0 : score(int.Parse(dataset.Customers[customer][1..]), int.Parse(dataset.Items[item][1..]));
            }
        }

        public void ScoreSimilar(int item, Span<float> scores) => scores.Fill(float.NegativeInfinity);

        public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => [new(item, 2)];

        public void Write(TensorWriter tensors) => tensors.Add<float>("popularity", new float[ItemCount]);
    }
}
