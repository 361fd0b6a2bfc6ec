import type { Idea } from '../../reading/idea.ts';

const ABOUT = {
  market:
    /\b(?:markets?|business(?:es)?|sales|revenues?|compan(?:y|ies)|industr(?:y|ies)|adoption|product|customers?)\b/i,
  growth: /\b(?:grow(?:s|ing|n|th)?|increas\w*|ris(?:e|es|ing)|expan\w*|gains?|upward|climb\w*|adoption)\b/i,
  parts: /\b(?:segment\w*|attach\w*|saturat\w*|market share|shares?|penetration|regions?)\b/i,
  charts:
    /\b(?:graphs?|charts?|presentation|dashboard|slides?|figures|analytics|infographics?|visuali[sz]ation|animated|data|timeline)\b/i,
} as const;

/** Whether a prompt is certified scenario C: how a market and its segments grow, in charts, with no figures of its own. */
export function isMarketGrowth({ cast, quotes }: Idea, prompt: string): boolean {
  const about = Object.values(ABOUT).every((words) => words.test(prompt));
  const figures = /\d+(?:[.,]\d+)?\s*(?:%|percent|million|billion|k\b)/i.test(prompt);
  return about && !figures && quotes.length === 0 && cast.every(({ label }) => label !== null);
}

/**
 * Scenario C: each chart has the stage to itself and grows to a figure while the voice names it. The prompt gives no
 * figures, so these are an example, and the scene says so.
 */
export const marketGrowth = (
  seed: number,
): string => `// Scenario C: a market and its segments, told in numbers. The figures are an example: put your own in their place.

scene "A growing market" {
  stage 1280 x 720
  seed ${seed}
  environment dark-studio
  let blue be #38bdf8
  let amber be #fbbf24
  let green be #34d399

  chart market is area at (640, 340) width 1040 height 500 title "Customers, in an example" x-axis "Year"
      y-axis "Thousand" unit " k" {
    series "Customers" color blue points (2020, 8) (2021, 13) (2022, 22) (2023, 35) (2024, 49) (2025, 62)
  }
  chart attach is bars at (640, 340) width 1040 height 460 title "Attach rate by segment, in an example" unit "%"
      opacity 0 {
    bar "Companies" 58% color amber
    bar "Schools" 41% color green
    bar "Homes" 23% color blue
  }
  chart share is donut at (640, 340) width 1000 height 480 title "Share of the market, in an example" unit "%" opacity 0 {
    slice "Ours" 44% color blue
    slice "Others" 36% color amber
    slice "Not reached" 20% color green
  }

  say first "In this example, 8 thousand customers begin in 2020." at 0.6s
  say growth "Every year there are more, and by 2025 there are 62 thousand." after first + 0.5s
  say segments "Of the companies, 58 percent take the extra part, too." after growth + 1.4s
  say others "Of the schools, 41 percent." after segments + 0.3s
  say reach "So 44 percent of the market is reached." after others + 1.4s

  // Each figure is reached on its word.
  0.6s before first.8 { reveal market to 1% over 0.6s }
  3.8s before growth.62 { reveal market over 3.8s ease in-out-sine  sound swell volume 0.3 }
  on growth.62 { emit sparkles from (1030, 205) for 0.6s count 24 color blue }
  0.8s before segments { fade market out over 0.7s }
  0.2s before segments { fade attach in over 0.6s }
  1.4s before segments.58 { reveal attach over 1.4s ease out-cubic }
  0.8s before reach { fade attach out over 0.7s }
  0.2s before reach { fade share in over 0.6s }
  1.2s before reach.44 { reveal share over 1.2s ease in-out-sine }
  on reach.44 { sound ding volume 0.4 }

  lyrics first { highlight blue  at (640, 655)  size 34 }
  lyrics growth { highlight blue  at (640, 655)  size 34 }
  lyrics segments { highlight amber  at (640, 655)  size 34 }
  lyrics others { highlight green  at (640, 655)  size 34 }
  lyrics reach { highlight green  at (640, 655)  size 34 }

  only 3d {
    light lamp from (300, 60, 500) intensity 1.2 color #fff4dc
    camera orbit market by 10deg over 6s ease in-out-sine at 0.4s
    camera push-in market by 1.06 over 4s ease in-out-sine at 0.4s
    0.9s before segments { camera orbit attach by -18deg over 4s ease in-out-sine }
    0.9s before reach { camera orbit share by 16deg over 4s ease in-out-sine }
  }
  only 2d { camera push-in market by 1.04 over 6s ease in-out-sine at 1s }
}
`;
