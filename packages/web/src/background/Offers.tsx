import { Link } from '@tanstack/react-router'
import type { Background } from '@zhuowei/contract/background.ts'
import { Button } from 'antd'
import { DateText } from '../ui/DateText.tsx'
import styles from './Offers.module.css'

type Offer = Background['offers'][number]

interface OffersProps {
  offers: readonly Offer[]
  onTake: (offer: Offer) => void
}

/** What was said in a visit and stands in the 反馈表 alone: one press opens the form with all of it. */
export function Offers({ offers, onTake }: OffersProps) {
  if (offers.length === 0) return null
  return (
    <ul className={styles.offers}>
      {offers.map((offer) => (
        <li key={`${offer.label}${offer.brand}`}>
          <div>
            <p>{wordsOf(offer)}</p>
            <small>
              {offer.label}，
              <Link
                className="tappable"
                to="/activities/$activityId"
                params={{ activityId: offer.activityId }}
              >
                <DateText date={offer.learnedOn} /> 拜访
              </Link>
              了解
            </small>
          </div>
          <Button
            size="small"
            color="primary"
            variant="filled"
            aria-label={`记入背景资料：${wordsOf(offer)}`}
            onClick={() => onTake(offer)}
          >
            记入背景资料
          </Button>
        </li>
      ))}
    </ul>
  )
}

const wordsOf = ({ brand, text }: Offer) => [brand, text].filter(Boolean).join('：')
