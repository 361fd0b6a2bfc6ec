// The cow jumps over the moon as a Remotion composition: the same things, moves and words, drawn with SVG and CSS.

import { AbsoluteFill, Composition, Easing, interpolate, registerRoot, useCurrentFrame } from 'remotion';

const WORDS = 'The cow jumps over the moon And she lands without a sound'.split(' ');
const FPS = 30;

const Cow = ({ x, y, turn }) => (
  <g transform={`translate(${x} ${y}) rotate(${turn}) scale(.8)`}>
    {[-70, -40, 40, 70].map((at) => (
      <rect key={at} x={at - 9} y={20} width={18} height={62} rx={8} fill="#f6f1e7" />
    ))}
    <ellipse rx={104} ry={52} fill="#f6f1e7" />
    <ellipse cx={-40} cy={-12} rx={30} ry={20} fill="#3a2e2a" />
    <ellipse cx={34} cy={10} rx={24} ry={18} fill="#3a2e2a" />
    <ellipse cx={112} cy={-48} rx={36} ry={30} fill="#f6f1e7" />
    <ellipse cx={136} cy={-36} rx={18} ry={16} fill="#e8a9a0" />
    <circle cx={112} cy={-54} r={5} fill="#22252b" />
  </g>
);

const Tree = ({ x, y, sway }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect x={-12} y={0} width={24} height={110} fill="#6b4a2f" />
    <g transform={`rotate(${sway})`}>
      <circle cy={-30} r={70} fill="#2f6f45" />
      <circle cx={-46} cy={10} r={48} fill="#3f8f4f" />
      <circle cx={46} cy={10} r={48} fill="#357d48" />
    </g>
  </g>
);

const Scene = () => {
  const t = useCurrentFrame() / FPS;
  const flight = interpolate(t, [1.4, 4], [0, 1], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
    easing: Easing.inOut(Easing.cubic),
  });
  const [x, y] = [200 + flight * 780, 545 - Math.sin(flight * Math.PI) * 470];
  const sung = Math.floor(t * 1.6);
  const word = Math.min(WORDS.length - 1, sung);
  return (
    <AbsoluteFill style={{ background: 'linear-gradient(#070b24, #2b3f7c 70%, #123524 70%, #0d2a1c)' }}>
      <svg width={1280} height={720}>
        <title>The cow and the moon</title>
        {Array.from({ length: 120 }, (_, i) => (
          <circle
            key={i}
            cx={(i * 397) % 1280}
            cy={(i * 211) % 480}
            r={1 + (i % 3) * 0.6}
            fill="#fff"
            opacity={0.5 + 0.5 * Math.sin(t * 2 + i)}
          />
        ))}
        <radialGradient id="halo">
          <stop offset=".3" stopColor="#fdf3cf" stopOpacity=".6" />
          <stop offset="1" stopColor="#fdf3cf" stopOpacity="0" />
        </radialGradient>
        <circle cx={640} cy={285} r={230} fill="url(#halo)" />
        <circle cx={640} cy={285} r={82} fill="#f4ecd0" />
        {[-30, 10, 36].map((at, i) => (
          <circle key={at} cx={640 + at} cy={270 + i * 22} r={10 + i * 4} fill="#cfc4a1" />
        ))}
        <Tree x={70} y={420} sway={Math.sin(t) * 2} />
        <g transform="translate(1190 440)">
          <rect x={-70} y={-20} width={140} height={100} fill="#f0dcc0" />
          <path d="M-90 -20 L0 -90 L90 -20 Z" fill="#b5483a" />
          <rect x={-14} y={30} width={28} height={50} fill="#6b4a2f" />
          <rect x={-54} y={0} width={26} height={26} fill="#ffe9a8" />
        </g>
        {Array.from({ length: 90 }, (_, i) => (
          <path
            key={i}
            d={`M${(i * 149) % 1280} 720 q ${Math.sin(t + i) * 8} -30 4 -${40 + (i % 5) * 8}`}
            stroke="#1f4a3c"
            strokeWidth={3}
            fill="none"
          />
        ))}
        <Cow x={x} y={y} turn={Math.cos(flight * Math.PI) * -18 * Math.sin(flight * Math.PI)} />
        <circle cx={360 + word * 46} cy={610 - Math.abs(Math.sin(t * 1.6 * Math.PI)) * 50} r={12} fill="#fde68a" />
      </svg>
      <div style={{ position: 'absolute', top: 630, width: '100%', textAlign: 'center', font: '700 44px sans-serif' }}>
        {WORDS.map((each, i) => (
          <span key={i} style={{ color: i <= sung ? '#fde68a' : '#fff', opacity: i <= sung ? 1 : 0.6 }}>
            {each}{' '}
          </span>
        ))}
      </div>
    </AbsoluteFill>
  );
};

registerRoot(() => (
  <Composition id="scene" component={Scene} durationInFrames={10 * FPS} fps={FPS} width={1280} height={720} />
));
