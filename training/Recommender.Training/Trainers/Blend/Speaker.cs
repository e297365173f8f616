using Recommender.Core.Models;
using Recommender.Core.Models.Blending;

namespace Recommender.Training.Trainers.Blend;

/// <summary>A member's model with the voices in which it speaks, the first of which is voice number <paramref name="First"/> of the blend.</summary>
sealed record Speaker(IModel Model, int First, IReadOnlyList<Voice> Voices);
